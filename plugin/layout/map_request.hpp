// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <string>
#include <vector>

#include "core/base/message.hpp"

namespace yiquan::plugin {

/// Language of everything printed that does not come from the data.
enum class PaperLanguage { chinese, english, both };

/// What a user asks to have on paper. Every text may stay empty.
struct MapRequest {
    QString package;     ///< an audit.gpkg, or the folder that holds it
    QString before;      ///< the earlier audit, needed by the layouts that compare
    QString siting;      ///< the plan.gpkg of a siting, needed by the layouts that show one
    QString relocation;  ///< the GeoPackage of a relocation, likewise
    QString screening;   ///< the GeoPackage of a screening, likewise
    std::vector<std::string> layouts{
        "a3-prefectures"};  ///< ids of `paper_layouts`, in the order of the pages
    PaperLanguage language = PaperLanguage::chinese;
    QString title;     ///< empty: the audit's
    QString subtitle;  ///< empty: standard and figure of the page's zone
    QString unit;      ///< who made the map; empty: not named
    QString approval;  ///< number of the map's approval (审图号); empty: "for internal meetings"
    QDate date = QDate::currentDate();
};

}  // namespace yiquan::plugin
