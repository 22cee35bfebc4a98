// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/program/program_document.hpp"

#include "core/base/error.hpp"

namespace yiquan::plugin {

void refuse_answer() {
    throw Error{ErrorKind::internal,
                {"The program yiquan printed no answer that this plugin understands; install the same "
                 "version of both.",
                 "程序 yiquan 的输出无法识别；请为程序和插件安装相同的版本。"}};
}

}  // namespace yiquan::plugin
