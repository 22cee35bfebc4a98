// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/paper_writer.hpp"

#include <fmt/format.h>

#include <qgslayoutexporter.h>
#include <qgslayoutitempage.h>
#include <qgslayoutpagecollection.h>
#include <qgsprintlayout.h>
#include <qgsvectorsimplifymethod.h>

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

#include "core/base/error.hpp"
#include "plugin/layout/pdf_text.hpp"

namespace yiquan::plugin {
namespace {

constexpr double mm_per_inch = 25.4;

[[noreturn]] void cannot_write(const QString& path) {
    const std::string name = path.toStdString();
    throw Error{ErrorKind::output,
                {fmt::format("{} could not be written; is the disk full?", name),
                 fmt::format("无法写入 {}，磁盘是否已满？", name)}};
}

QSizeF page_size(const QgsPrintLayout& page) {
    const QgsLayoutSize size = page.pageCollection()->page(0)->pageSize();
    return {size.width(), size.height()};
}

void prepare(QgsPrintLayout& page, double dpi) {
    QgsLayoutRenderContext& context = page.renderContext();
    context.setDpi(dpi);
    context.setFlag(QgsLayoutRenderContext::FlagAntialiasing, true);
    context.setFlag(QgsLayoutRenderContext::FlagForceVectorOutput, true);
    context.setTextRenderFormat(Qgis::TextRenderFormat::AlwaysText);
    // What is finer than half a dot would only make the file larger.
    QgsVectorSimplifyMethod simplify;
    simplify.setSimplifyHints(QgsVectorSimplifyMethod::GeometrySimplification);
    simplify.setSimplifyAlgorithm(QgsVectorSimplifyMethod::Distance);
    constexpr float half_a_dot = 0.5F;
    simplify.setThreshold(half_a_dot);
    simplify.setForceLocalOptimization(true);
    context.setSimplifyMethod(simplify);
}

QPageLayout paper(const QSizeF& size) {
    return {QPageSize(size, QPageSize::Millimeter, QString(), QPageSize::ExactMatch), QPageLayout::Portrait,
            QMarginsF(0, 0, 0, 0)};
}

/// Qt writes the present moment into a PDF; this puts midnight of the day there, digit over digit.
void set_date(QByteArray& pdf, const QDate& date) {
    const QByteArray key("/CreationDate (D:");
    const int at = pdf.indexOf(key);
    if (at < 0) return;
    const int from = at + key.size();
    const int to = pdf.indexOf(')', from);
    QByteArray moment = date.toString(QStringLiteral("yyyyMMdd")).toLatin1() + "000000";
    moment += QByteArray("+00'00'").left(std::max(0, to - from - moment.size()));
    if (to >= 0 && moment.size() == to - from) pdf.replace(from, moment.size(), moment);
}

/// Changes what was just written, in place.
void finish(const QString& path, const DocumentFacts& facts) {
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite)) cannot_write(path);
    QByteArray pdf = file.readAll();
    set_date(pdf, facts.date);
    mend_pdf_text(pdf, facts.family);
    if (!file.seek(0) || file.write(pdf) != pdf.size() || !file.flush()) cannot_write(path);
}

}  // namespace

void write_pdf(const QString& path, const DocumentFacts& facts, double dpi, std::size_t count,
               const NextPage& next) {
    {
        QPdfWriter writer(path);
        writer.setTitle(facts.title);
        writer.setCreator(QStringLiteral("Yiquan " YIQUAN_VERSION));
        writer.setResolution(static_cast<int>(std::lround(dpi)));
        QPainter painter;
        for (std::size_t i = 0; i < count; ++i) {
            const std::unique_ptr<QgsPrintLayout> page = next(i);
            prepare(*page, dpi);
            writer.setPageLayout(paper(page_size(*page)));
            if (i == 0 ? !painter.begin(&writer) : !writer.newPage()) cannot_write(path);
            QgsLayoutExporter(page.get()).renderPage(&painter, 0);
        }
        if (!painter.end()) cannot_write(path);
    }
    finish(path, facts);
}

void write_png(const QString& path, QgsPrintLayout& page, double dpi) {
    prepare(page, dpi);
    QImage image = QgsLayoutExporter(&page).renderPageToImage(0, QSize(), dpi);
    if (image.isNull()) {
        throw Error{
            ErrorKind::usage,
            {fmt::format("A picture of {:.0f} × {:.0f} mm at {:.0f} dpi is too large; use a lower --dpi.",
                         page_size(page).width(), page_size(page).height(), dpi),
             fmt::format("{:.0f} × {:.0f} 毫米、{:.0f} dpi 的图片过大，请降低 --dpi。",
                         page_size(page).width(), page_size(page).height(), dpi)}};
    }
    const int dots = static_cast<int>(std::lround(dpi / mm_per_inch * 1000.0));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    if (!image.save(path, "PNG")) cannot_write(path);
}

void write_svg(const QString& path, const DocumentFacts& facts, QgsPrintLayout& page, double dpi) {
    prepare(page, dpi);
    const QSizeF size = page_size(page) * (dpi / mm_per_inch);
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setTitle(facts.title);
    generator.setResolution(static_cast<int>(std::lround(dpi)));
    generator.setSize(size.toSize());
    generator.setViewBox(QRect(QPoint(0, 0), size.toSize()));
    QPainter painter;
    if (!painter.begin(&generator)) cannot_write(path);
    QgsLayoutExporter(&page).renderPage(&painter, 0);
    if (!painter.end()) cannot_write(path);
}

}  // namespace yiquan::plugin
