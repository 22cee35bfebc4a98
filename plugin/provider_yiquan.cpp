// SPDX-License-Identifier: GPL-2.0-or-later
// qgis_process loads no C++ plugins, but it loads every data provider library. This one has no data: it only
// adds Yiquan's toolbox, and only there.
#include <qgsapplication.h>
#include <qgsprovidermetadata.h>

#include "plugin/language.hpp"
#include "plugin/processing/provider.hpp"

namespace yiquan::plugin {
namespace {

class ToolboxMetadata final : public QgsProviderMetadata {
public:
    ToolboxMetadata()
        : QgsProviderMetadata(QStringLiteral("yiquan"), QStringLiteral("Yiquan toolbox"), QString()) {}

    void initProvider() override {
        if (QgsApplication::platform() == QLatin1String("qgis_process")) add_provider();
    }
};

}  // namespace
}  // namespace yiquan::plugin

QGISEXTERN QgsProviderMetadata* providerMetadataFactory() {
    return new yiquan::plugin::ToolboxMetadata();
}
