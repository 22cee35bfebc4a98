// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsprocessingprovider.h>

namespace yiquan::plugin {

/// The toolbox's "Yiquan": one algorithm for every row of the core's table of analyses.
class Provider final : public QgsProcessingProvider {
    Q_OBJECT
public:
    explicit Provider(QObject* parent = nullptr);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString longName() const override;
    [[nodiscard]] QString versionInfo() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString svgIconPath() const override;
    void loadAlgorithms() override;
};

/// Registers the provider unless there is one already.
/// \return the one added; nullptr where there was one. QGIS owns it
Provider* add_provider();
/// Removes what `add_provider` added; nullptr is ignored.
void remove_provider(Provider* provider);

}  // namespace yiquan::plugin
