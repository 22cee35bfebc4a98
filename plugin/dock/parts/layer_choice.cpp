// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/layer_choice.hpp"

#include <qgsmaplayercombobox.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

#include <memory>

#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

LayerChoice::LayerChoice(Session& session, std::string_view role, QgsMapLayerProxyModel::Filters filters,
                         const char* name, QWidget* parent)
    : QWidget(parent), session_(session), role_(role), box_(new QgsMapLayerComboBox(this)) {
    box_->setObjectName(QLatin1String(name));
    box_->setAllowEmptyLayer(true);
    box_->setFilters(filters);
    box_->setLayer(nullptr);
    fit(*box_);
    tell_whole(*box_);
    const QByteArray button = QByteArray(name) + "File";
    QPushButton* file = new_button(tr("File…"), button.constData(), this);
    file->setToolTip(tr("Adds a file to the project and uses it."));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(box_, 1);
    layout->addWidget(file);
    setFocusProxy(box_);
    connect(box_, &QgsMapLayerComboBox::layerChanged, this, [this](QgsMapLayer* layer) {
        if (!refreshing_) session_.choose_layer(role_, layer);
    });
    connect(file, &QPushButton::clicked, this, &LayerChoice::open_file);
}

void LayerChoice::set_empty_text(const QString& text) {
    refreshing_ = true;
    box_->setAllowEmptyLayer(true, text);
    refreshing_ = false;
}

void LayerChoice::refresh() {
    refreshing_ = true;
    box_->setLayer(session_.layer(role_));
    refreshing_ = false;
}

void LayerChoice::open_file() {
    auto* dialog = new QFileDialog(this, tr("Add a list"));
    dialog->setObjectName(QStringLiteral("yiquanListDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Lists") + QStringLiteral(" (*.csv *.xlsx *.gpkg *.geojson *.shp)"));
    const QString home = session_.project().homePath();
    if (!home.isEmpty()) dialog->setDirectory(home);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        auto layer =
            std::make_unique<QgsVectorLayer>(path, QFileInfo(path).completeBaseName(), QStringLiteral("ogr"));
        if (layer->isValid()) session_.choose_layer(role_, session_.project().addMapLayer(layer.release()));
    });
    dialog->open();
}

}  // namespace yiquan::plugin
