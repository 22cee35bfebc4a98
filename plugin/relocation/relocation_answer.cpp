// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/relocation/relocation_answer.hpp"

#include "core/io/relocate/document.hpp"
#include "plugin/desk/job.hpp"
#include "plugin/program/program_document.hpp"

namespace yiquan::plugin {

RelocationAnswer relocation_answer(const QByteArray& document) {
    return understood(io::parse_relocation(document.toStdString(), "yiquan relocate"));
}

void add_places(RelocationAnswer& answer, const QString& package) {
    (void)guarded([&] { io::add_relocation_places(package.toStdString(), answer); });
}

}  // namespace yiquan::plugin
