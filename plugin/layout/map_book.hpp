// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QImage>
#include <QSize>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <memory>
#include <vector>

#include "core/io/files/input_files.hpp"
#include "core/io/files/staging.hpp"
#include "plugin/layout/map_request.hpp"
#include "plugin/layout/paper_layout.hpp"

class QgsFeedback;
class QgsPrintLayout;
class QgsProject;

namespace yiquan::plugin {

/// One page that can be printed.
struct MapPage {
    const PaperLayout* layout;  ///< a row of `paper_layouts`
    QString name;               ///< of the unit on it, as the data writes it; of the audit on overview pages
    QString code;               ///< of the zone on a county's page; else empty
};

enum class PaperFormat { pdf, png, svg };

/// "pdf", "png", "svg", as ending of a name and for --format.
/// \throws Error{usage} for any other
[[nodiscard]] PaperFormat paper_format(const QString& ending);
[[nodiscard]] QString ending(PaperFormat format);

struct ExportOptions {
    PaperFormat format = PaperFormat::pdf;
    double dpi = 300.0;              ///< of PNG; of what a PDF or SVG cannot hold as lines
    std::vector<std::size_t> pages;  ///< indices into `MapBook::pages()`; empty: all
    io::Overwrite overwrite = io::Overwrite::no;
};

/// What the pages are made from. Quick: nothing is read.
[[nodiscard]] io::InputFiles input_files(const MapRequest& request);

/// The pages of an audit, ready for preview, export and the layout designer.
///
/// Opens the audit's GeoPackage in a QgsProject of its own; the user's project is touched by `hand_over`
/// only. Reading takes a fraction of a second for hundreds of zones, so for a changed request make a new
/// book. Everything runs in the thread that calls it, which must be the one of the QApplication; `cancelled`
/// may be set on a QgsFeedback from any thread, or from a slot on its progressChanged, which comes after each
/// page.
class MapBook {
public:
    /// \throws Error{usage} for an unknown layout, a comparison without `before`, a page of a result without
    ///         that, or a title that pretends to be a map of China
    /// \throws Error{input} for a package that is missing, no GeoPackage, of another version, or without its
    ///         layers; and where no font with Chinese characters is installed but the page needs one
    explicit MapBook(MapRequest request);
    ~MapBook();
    MapBook(MapBook&&) noexcept;
    MapBook& operator=(MapBook&&) noexcept;

    [[nodiscard]] const MapRequest& request() const;
    /// Never empty; in the order of the request's layouts, and of zones in the ledger.
    [[nodiscard]] const std::vector<MapPage>& pages() const;

    /// The page as it will be printed, as large as fits into `pixels` with its proportions kept.
    [[nodiscard]] QImage preview(std::size_t page, QSize pixels);

    /// Writes one PDF, or one picture for each page: "maps.png", or "maps-1.png", "maps-2.png" where there
    /// are several, numbered as in `pages()`. The same book gives the same bytes.
    /// \return the files written
    /// \throws Error{usage} for pages that are not there, where a file exists and must not be overwritten,
    ///         and where one is what the pages are made from
    /// \throws Error{output} where it cannot be written; then none of the files is there, and what was there
    ///         before still is
    /// \throws Error{cancelled} when `feedback` was cancelled; nothing stays
    QStringList write(const QString& path, const ExportOptions& options, QgsFeedback* feedback = nullptr);

    /// Puts one page into another project, for changing it by hand: its layers as one group at the bottom of
    /// the legend, switched off, and the layout in that project's layout manager under a name that is not
    /// taken.
    /// \return the layout, owned by the project's layout manager; `iface->openLayoutDesigner(layout)` shows
    ///         it
    QgsPrintLayout* hand_over(std::size_t page, QgsProject& project) const;

private:
    class Pages;
    std::unique_ptr<Pages> pages_;
};

}  // namespace yiquan::plugin
