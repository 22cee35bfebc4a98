// SPDX-License-Identifier: GPL-2.0-or-later
#include <qgisinterface.h>
#include <qgisplugin.h>
#include <qgsapplication.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QAction>
#include <QPointer>

#include <memory>

#include "plugin/dock/dock.hpp"
#include "plugin/language.hpp"
#include "plugin/processing/provider.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

/// What QGIS loads. Without an interface (in tests, on a server) only the toolbox is there.
class YiquanPlugin final : public QObject, public QgisPlugin {
public:
    YiquanPlugin(QgisInterface* iface, const QString& name, const QString& description,
                 const QString& category, const QString& version)
        : QgisPlugin(name, description, category, version, QgisPlugin::UI), iface_(iface) {}

    void initGui() override {
        translation_ = std::make_unique<InstalledTranslation>();
        provider_ = add_provider();
        if (iface_ == nullptr) return;
        session_ = std::make_unique<Session>(*QgsProject::instance());
        const Desk desk{iface_->mapCanvas(), iface_->messageBar(),
                        [this](QgsPrintLayout& layout) { iface_->openLayoutDesigner(&layout); }};
        dock_ = new Dock(*session_, desk, iface_->mainWindow());
        iface_->addDockWidget(Qt::RightDockWidgetArea, dock_);
        action_ = dock_->toggleViewAction();
        action_->setObjectName(QStringLiteral("YiquanToggleDock"));
        action_->setIcon(QIcon(QStringLiteral(":/yiquan/yiquan.svg")));
        iface_->addPluginToMenu(QStringLiteral("驿圈 Yiquan"), action_);
        iface_->addToolBarIcon(action_);
    }

    void unload() override {
        remove_provider(provider_);
        provider_ = nullptr;
        if (dock_ != nullptr) {
            iface_->removePluginMenu(QStringLiteral("驿圈 Yiquan"), action_);
            iface_->removeToolBarIcon(action_);
            iface_->removeDockWidget(dock_);
            delete dock_;  // its jobs are cancelled, and their results find no owner
        }
        session_.reset();
        translation_.reset();
    }

private:
    QgisInterface* iface_;
    std::unique_ptr<InstalledTranslation> translation_;
    std::unique_ptr<Session> session_;
    Provider* provider_ = nullptr;
    QPointer<Dock> dock_;
    QPointer<QAction> action_;
};

const QString plugin_name = QStringLiteral("驿圈 Yiquan");
const QString plugin_description = QStringLiteral(
    "谁还没有被服务到，下一处建在哪里最有用。 Who is not served, and where the next station helps most.");
const QString plugin_category = QStringLiteral("Analysis");
const QString plugin_version = QStringLiteral(YIQUAN_VERSION);
const QString plugin_icon = QStringLiteral(":/yiquan/yiquan.svg");

}  // namespace
}  // namespace yiquan::plugin

QGISEXTERN QgisPlugin* classFactory(QgisInterface* iface) {
    using namespace yiquan::plugin;
    return new YiquanPlugin(iface, plugin_name, plugin_description, plugin_category, plugin_version);
}
QGISEXTERN const QString* name() {
    return &yiquan::plugin::plugin_name;
}
QGISEXTERN const QString* description() {
    return &yiquan::plugin::plugin_description;
}
QGISEXTERN const QString* category() {
    return &yiquan::plugin::plugin_category;
}
QGISEXTERN int type() {
    return QgisPlugin::UI;
}
QGISEXTERN const QString* version() {
    return &yiquan::plugin::plugin_version;
}
QGISEXTERN const QString* icon() {
    return &yiquan::plugin::plugin_icon;
}
QGISEXTERN void unload(QgisPlugin* plugin) {
    delete plugin;
}
