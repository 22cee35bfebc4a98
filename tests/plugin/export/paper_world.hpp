// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gmock/gmock.h>

#include <qgsfilewidget.h>

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QToolButton>

#include <set>

#include "core/io/audit/file_job.hpp"
#include "tests/plugin/dock/desk_world.hpp"

namespace yiquan::plugin {

/// The dock with finished audits of the Qinghai demo: eight prefectures on eight pages.
class PaperWorld : public DeskWorld {
protected:
    static void SetUpTestSuite() {
        audits_ = std::make_unique<QTemporaryDir>();
        write_audit("county-15km", "preset = \"county-centre-15km\"");
        write_audit("county-30km", "radius = \"30 km\"");
    }
    static void TearDownTestSuite() { audits_.reset(); }

    [[nodiscard]] static QString audit(const char* name) { return audits_->filePath(QLatin1String(name)); }
    /// The session knows both audits, the 15 km one last; the page is in front and shows its first picture.
    void open_page() {
        session().add_audit({QStringLiteral("30 km"), audit("county-30km")});
        session().add_audit({QStringLiteral("15 km"), audit("county-15km")});
        turn_to(page_number);
        wait_for_picture();
    }
    void wait_for_picture() {
        constexpr int settling = 60;  // texts wrap, and the picture gets its place
        EXPECT_TRUE(wait_until([this] { return is_drawn(); }));
        QTest::qWait(settling);
    }
    [[nodiscard]] bool is_drawn() { return the("yiquanPagePicture").isVisible(); }
    /// Waits for another picture than that one.
    void wait_for_other(const QImage& before) {
        EXPECT_TRUE(wait_until([&] { return is_drawn() && picture() != before; }));
        wait_for_picture();
    }
    [[nodiscard]] QImage picture() { return the("yiquanPagePicture").grab().toImage(); }
    [[nodiscard]] static std::size_t colours(const QImage& image) {
        std::set<QRgb> seen;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) seen.insert(image.pixel(x, y));
        }
        return seen.size();
    }
    [[nodiscard]] QString reason() { return the<QLabel>("yiquanNoPreview").text(); }

    void choose(const char* box, const QString& entry) {
        auto& combo = the<QComboBox>(box);
        const int at = combo.findText(entry);
        ASSERT_GE(at, 0) << entry.toStdString();
        combo.setCurrentIndex(at);
    }
    void type(const char* line, const QString& words) {
        auto& edit = the<QLineEdit>(line);
        edit.setFocus();
        edit.selectAll();
        QTest::keyClick(&edit, Qt::Key_Delete);
        // As an input method does it, which is how Chinese is typed.
        QInputMethodEvent typed;
        typed.setCommitString(words);
        QApplication::sendEvent(&edit, &typed);
    }
    void save_as(const QString& path) { the<QgsFileWidget>("yiquanExportFile").setFilePath(path); }
    [[nodiscard]] QString target(const char* name) const {
        QDir().mkpath(folder_.filePath(QStringLiteral("paper")));
        return folder_.filePath(QStringLiteral("paper/") + QLatin1String(name));
    }
    [[nodiscard]] QStringList written() const {
        return QDir(folder_.filePath(QStringLiteral("paper")))
            .entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    /// The number of pages, by a program that is not ours.
    [[nodiscard]] static int pdf_pages(const QString& path) {
        QProcess info;
        info.start(QStringLiteral("pdfinfo"), {path});
        EXPECT_TRUE(info.waitForFinished()) << "pdfinfo (Debian: poppler-utils) is missing";
        static const QRegularExpression pages(QStringLiteral("Pages:\\s+(\\d+)"));
        return pages.match(QString::fromUtf8(info.readAllStandardOutput())).captured(1).toInt();
    }
    [[nodiscard]] static QByteArray content(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }
    static void fill(const QString& path, const QByteArray& content) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    static constexpr int page_number = 6;

private:
    static void write_audit(const char* name, const char* standard) {
        const QDir data(QStringLiteral(YIQUAN_SOURCE_DIR "/data/qinghai"));
        QByteArray run = content(data.filePath(QStringLiteral("audit.toml")));
        run.replace("preset = \"county-centre-15km\"", standard);
        for (const char* file : {"service_centres.csv", "demand.csv", "counties.geojson"}) {
            run.replace(file, data.filePath(QLatin1String(file)).toUtf8());
        }
        const QString path = audits_->filePath(QStringLiteral("run.toml"));
        fill(path, run);
        io::AuditJobOptions options;
        options.output = audit(name).toStdString();
        Progress progress;
        (void)io::run_audit_file(path.toStdString(), options, progress);
    }

    static inline std::unique_ptr<QTemporaryDir> audits_;
};

}  // namespace yiquan::plugin
