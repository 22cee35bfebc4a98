// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/provider.hpp"

#include <qgsapplication.h>
#include <qgsprocessingregistry.h>

#include <QIcon>

#include "core/toolbox/analysis.hpp"
#include "plugin/language.hpp"
#include "plugin/processing/analysis_algorithm.hpp"
#include "plugin/processing/program_algorithm.hpp"

namespace yiquan::plugin {

Provider::Provider(QObject* parent) : QgsProcessingProvider(parent) {
    load_resources();
}

QString Provider::id() const {
    return QStringLiteral("yiquan");
}
QString Provider::name() const {
    return say("Yiquan", "驿圈 Yiquan");
}
QString Provider::longName() const {
    return say("Yiquan: service coverage", "驿圈 Yiquan：服务覆盖分析");
}
QString Provider::versionInfo() const {
    return QStringLiteral(YIQUAN_VERSION);
}
QIcon Provider::icon() const {
    return QIcon(svgIconPath());
}
QString Provider::svgIconPath() const {
    return QStringLiteral(":/yiquan/yiquan.svg");
}
void Provider::loadAlgorithms() {
    for (const toolbox::Analysis& row : toolbox::analyses()) {
        if (row.verb.empty()) {
            addAlgorithm(new AnalysisAlgorithm(row));  // QGIS owns it
        } else {
            addAlgorithm(new ProgramAlgorithm(row));
        }
    }
}

Provider* add_provider() {
    load_resources();  // the icon
    QgsProcessingRegistry* registry = QgsApplication::processingRegistry();
    if (registry->providerById(QStringLiteral("yiquan")) != nullptr) return nullptr;
    auto* provider = new Provider;  // the registry owns it
    return registry->addProvider(provider) ? provider : nullptr;
}

void remove_provider(Provider* provider) {
    if (provider != nullptr) QgsApplication::processingRegistry()->removeProvider(provider);
}

}  // namespace yiquan::plugin
