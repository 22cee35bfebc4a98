// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/analysis_help.hpp"

#include <qgsprocessingalgorithm.h>
#include <qgsprocessingoutputs.h>
#include <qgsprocessingparameters.h>

#include "plugin/language.hpp"

namespace yiquan::plugin {
namespace {

QString entry(const QString& title, const QString& words) {
    const QString head = QStringLiteral("<h3>%1</h3>").arg(title.toHtmlEscaped());
    return words.isEmpty() || words == title ? head
                                             : head + QStringLiteral("<p>%1</p>").arg(words.toHtmlEscaped());
}

/// Neighbours with the same help, such as the columns of a list, share it.
QString inputs_of(const QgsProcessingAlgorithm& algorithm) {
    QString page;
    QStringList names;
    QString words;
    const auto finish = [&] {
        if (!names.isEmpty()) page += entry(names.join(say(", ", "、")), words);
        names.clear();
    };
    for (const QgsProcessingParameterDefinition* parameter : algorithm.parameterDefinitions()) {
        if (parameter->isDestination()) continue;
        if (parameter->help() != words) finish();
        words = parameter->help();
        names << parameter->description();
    }
    finish();
    return page;
}

}  // namespace

QString help_page(const toolbox::Analysis& analysis, const QgsProcessingAlgorithm& algorithm) {
    QString page = QStringLiteral("<p>%1</p>").arg(say(analysis.summary).toHtmlEscaped());
    page += QStringLiteral("<h2>%1</h2>").arg(say("Parameters", "参数")) + inputs_of(algorithm);
    QString outputs;
    for (const QgsProcessingOutputDefinition* output : algorithm.outputDefinitions()) {
        const auto* destination = algorithm.parameterDefinition(output->name());
        outputs += entry(output->description(), destination == nullptr ? QString() : destination->help());
    }
    page += QStringLiteral("<h2>%1</h2>").arg(say("Results", "结果")) + outputs;
    return page + QStringLiteral("<p>%1</p>")
                      .arg(say("The same inputs give the same figures as the command line yiquan.",
                               "相同的输入，得到与命令行 yiquan 相同的数字。"));
}

QStringList search_words(const toolbox::Analysis& analysis) {
    QStringList words{QStringLiteral("yiquan"),  QStringLiteral("驿圈"),     QStringLiteral("coverage"),
                      QStringLiteral("覆盖"),    QStringLiteral("服务"),     QStringLiteral("accessibility"),
                      QStringLiteral("可达性"),  QStringLiteral("facility"), QStringLiteral("驿站"),
                      QStringLiteral("station"), QStringLiteral("设施"),     text(analysis.id)};
    words << QString::fromStdString(analysis.name.en).toLower() << QString::fromStdString(analysis.name.zh);
    for (const toolbox::MapLayer& layer : analysis.layers) {
        words << text(layer.style).replace(QLatin1Char('_'), QLatin1Char(' '));
    }
    words.removeDuplicates();
    return words;
}

}  // namespace yiquan::plugin
