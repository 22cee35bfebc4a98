// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/datum_choice.hpp"

#include <algorithm>

#include "core/toolbox/parameters.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/language.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

DatumChoice::DatumChoice(Session& session, std::string_view id, QWidget* parent)
    : QComboBox(parent), session_(session), id_(id) {
    setObjectName(QStringLiteral("yiquan_%1").arg(text(id)));
    setToolTip(tr("AMap and Tencent lists are GCJ-02, Baidu lists BD-09."));
    fit(*this);
    for (const toolbox::Choice& choice : toolbox::datum_choices()) {
        addItem(say(choice.name), QString::fromStdString(choice.id));
    }
    connect(this, qOverload<int>(&QComboBox::currentIndexChanged), this, [this](int at) {
        if (!refreshing_) session_.set(id_, itemData(at));
    });
}

void DatumChoice::refresh() {
    refreshing_ = true;
    setCurrentIndex(std::max(0, findData(session_.value(id_))));
    refreshing_ = false;
}

}  // namespace yiquan::plugin
