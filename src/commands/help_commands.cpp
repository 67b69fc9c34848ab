// `analyze help`, `man` and `completions`: the manual in three forms, made from the option lists.
// SPDX-License-Identifier: Apache-2.0
#include "actions.hpp"
#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "analyze/commands/settings.hpp"
#include "pages.hpp"

namespace analyze {
namespace {

enum class Form { help, man, completions };

class Manual final : public Action {
public:
    explicit Manual(Form form) : form_(form) {}

    void declare(OptionList& options) override {
        options.operands(form_ == Form::completions ? "bash|zsh|fish" : "COMMAND", words_);
    }

    int run() override {
        if (words_.size() > 1) throw Error(Fault::usage, "unexpected argument '" + words_[1] + "'");
        OutputFile out;
        out.write(text(words_.empty() ? std::string() : words_.front()));
        out.close();
        return 0;
    }

private:
    [[nodiscard]] std::string text(const std::string& word) const {
        const Pages pages;
        if (form_ == Form::help)
            return long_help(pages.page(word), pages.commands(), style_for({}));
        if (form_ == Form::man) return man_page(pages.page(word), pages.commands());
        const auto shell = shell_named(word);
        if (!shell)
            throw Error(Fault::usage, "name a shell: analyze completions bash, zsh or fish");
        return completion(*shell, pages.program(), pages.commands());
    }

    Form form_;
    std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Action> make_help() {
    return std::make_unique<Manual>(Form::help);
}
std::unique_ptr<Action> make_man() {
    return std::make_unique<Manual>(Form::man);
}
std::unique_ptr<Action> make_completions() {
    return std::make_unique<Manual>(Form::completions);
}

}  // namespace analyze
