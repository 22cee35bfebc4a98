// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/relocation/screening_answer.hpp"

#include "core/io/screen/document.hpp"
#include "plugin/program/program_document.hpp"

namespace yiquan::plugin {

ScreeningAnswer screening_answer(const QByteArray& document) {
    return understood(io::parse_screening(document.toStdString(), "yiquan screen"));
}

}  // namespace yiquan::plugin
