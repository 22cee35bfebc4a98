// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/ledger/figure_text.hpp"

#include <QLocale>

namespace yiquan::plugin {
namespace {

const QLocale& numbers() {
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

}  // namespace

QString people_text(Persons people, int decimals) {
    return numbers().toString(people.value(), 'f', decimals);
}

QString people_text(double people) {
    return people_text(Persons::nearest(people));
}

QString share_text(double share) {
    return QStringLiteral("%1 %").arg(numbers().toString(share * 100.0, 'f', 1));
}

}  // namespace yiquan::plugin
