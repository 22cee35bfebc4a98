// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <qgsmessagebaritem.h>
#include <qgssettings.h>

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTabWidget>

#include "plugin/dock/dock.hpp"
#include "plugin/dock/parts/kept_run_panel.hpp"
#include "plugin/dock/siting/siting_view.hpp"
#include "plugin/language.hpp"
#include "tests/plugin/what_if/desk_with_demo.hpp"

namespace yiquan::plugin {

/// A dock with the Qinghai demo; its township seats are the candidates.
class SitingDesk : protected DeskWithDemo {
protected:
    /// \param locale of QGIS
    void open_dock(const char* locale = "en") {
        QgsSettings().setValue(QStringLiteral("locale/overrideFlag"), true);
        QgsSettings().setValue(QStringLiteral("locale/userLocale"), QLatin1String(locale));
        translation_ = std::make_unique<InstalledTranslation>();
        open();
        session().set("output", folder() + QStringLiteral("/out"));
        session().set("siting_seconds", 0.0);
        show_dock();
    }
    void show_dock() {
        dock_.reset();
        dock_ = std::make_unique<Dock>(session(), desk());
        dock_->setAttribute(Qt::WA_DontShowOnScreen);
        dock_->resize(420, 600);
        dock_->show();
        page_ = dock_->findChild<KeptRunPanel*>(QStringLiteral("yiquanSitingPanel"));
        dock_->findChild<QTabWidget*>(QStringLiteral("yiquanPages"))->setCurrentWidget(page_);
    }
    void close_dock() {
        dock_.reset();
        translation_.reset();
        QgsSettings().remove(QStringLiteral("locale"));
    }

    Dock& dock() { return *dock_; }
    KeptRunPanel& page() { return *page_; }
    const SitingView& view() { return the<SitingView>("yiquanSitingAnswer"); }
    const SitingAnswer& answer() { return view().answer(); }
    template <class Widget = QWidget>
    Widget& the(const char* name) {
        auto* widget = dock_->findChild<Widget*>(QLatin1String(name));
        if (widget == nullptr) throw std::runtime_error(std::string{"no widget "} + name);
        return *widget;
    }
    void press_button(const char* name) { QTest::mouseClick(&the<QPushButton>(name), Qt::LeftButton); }
    std::string label(const char* name) { return the<QLabel>(name).text().toStdString(); }
    std::string said() {
        const QgsMessageBarItem* item = desk().bar->currentItem();
        return item == nullptr ? std::string{} : item->text().toStdString();
    }
    void find_sites() {
        press_button("yiquanStartSiting");
        ASSERT_TRUE(page().running()) << said();
        ASSERT_TRUE(waited([this] { return !page().running(); }));
    }
    [[nodiscard]] QString out() const { return folder() + QStringLiteral("/out"); }
    /// Whether anything at all lies where sitings go.
    [[nodiscard]] bool nothing_kept() const {
        return QDir(out()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private:
    std::unique_ptr<InstalledTranslation> translation_;
    std::unique_ptr<Dock> dock_;
    KeptRunPanel* page_ = nullptr;
};

}  // namespace yiquan::plugin
