#include "server/app/command_line.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>

#include "content/knowledge/aspect.hpp"
#include "server/app/commands.hpp"
#include "server/app/service.hpp"

namespace motcua::app {
namespace {

struct options {
  std::string config;
  std::string content;
  std::string unit = "mac-dinh";
  std::string train;
  std::string test;
  std::string questions;
  bool golden = false;
  bool fit = false;
  preview_options shown;
  speak_options aloud;
  std::string folder;
  std::string account;
  std::string redirect;
  bool hand = false;
  new_staff staff;
  bool csv = false;
  bool apply = false;
  bool json = false;

  std::optional<std::filesystem::path> config_file() const {
    return config.empty() ? std::nullopt : std::optional<std::filesystem::path>{config};
  }
  // A folder named on the command line wins over the configuration's.
  std::filesystem::path content_folder() const {
    if (!content.empty()) return content;
    return read_configuration(config_file(), process_environment).content;
  }
};

std::vector<std::string> aspect_names() {
  std::vector<std::string> names;
  for (const auto a : content::all_aspects) names.emplace_back(content::name_of(a));
  return names;
}

template <class Work>
std::function<int()> configured(const options& given, Work work) {
  return [&given, work] { return work(read_configuration(given.config_file(), process_environment)); };
}

void declare_staff(CLI::App& top, options& given, std::function<int()>& chosen) {
  CLI::App* staff = top.add_subcommand("staff", "the accounts of the console");
  staff->require_subcommand(1);
  const auto command = [&](CLI::App* under, const char* name, const char* what) {
    CLI::App* one = under->add_subcommand(name, what);
    one->add_option("--config", given.config, "the configuration file (TOML)");
    return one;
  };
  command(staff, "list", "who there is")->callback([&] {
    chosen = configured(given, [](const configuration& c) { return list_staff(c, std::cout); });
  });
  CLI::App* add = command(staff, "add", "make an account; prints the one-time link that opens it");
  add->add_option("login", given.staff.login, "what they type to sign in")->required();
  add->add_option("--name", given.staff.name, "their name")->required();
  add->add_option("--role", given.staff.roles, "editor, approver, analyst, operator or administrator")
      ->required()
      ->check(CLI::IsMember({"editor", "approver", "analyst", "operator", "administrator"}));
  add->add_option("--unit", given.staff.units, "only this unit; none: every unit");
  add->callback([&] {
    chosen = configured(given, [&](const configuration& c) { return add_staff(c, given.staff, std::cout); });
  });
  CLI::App* reset = command(staff, "reset", "a new one-time link for whoever cannot get in any more");
  reset->add_option("login", given.staff.login, "whose")->required();
  reset->callback([&] {
    chosen = configured(given,
                        [&](const configuration& c) { return reset_staff(c, given.staff.login, std::cout); });
  });

  CLI::App* audit = top.add_subcommand("audit", "the console's security log");
  audit->require_subcommand(1);
  command(audit, "verify", "whether anybody meddled with it")->callback([&] {
    chosen = configured(given, [](const configuration& c) { return verify_audit(c, std::cout); });
  });
}

void declare(CLI::App& top, options& given, std::function<int()>& chosen) {
  const auto command = [&](CLI::App* under, const char* name, const char* what) {
    CLI::App* one = under->add_subcommand(name, what);
    one->add_option("--config", given.config,
                    "the configuration file (TOML); without one, defaults that work here");
    return one;
  };
  const auto reads_content = [&](CLI::App* one) {
    one->add_option("--content", given.content, "the content folder, instead of the configuration's");
  };

  command(&top, "serve", "run everything: webhooks, chat page, delivery")->callback([&] {
    chosen = [&] { return serve(read_configuration(given.config_file(), process_environment)); };
  });

  CLI::App* chat = command(&top, "chat", "talk to the bot in the terminal");
  reads_content(chat);
  chat->add_option("--unit", given.unit, "the unit whose citizen is speaking");
  chat->add_flag("--json", given.json,
                 R"(one {"conversation","text"} a line in; decision, entry, aspect and replies a line out)");
  chat->callback([&] {
    chosen = [&] {
      const content::unit_id unit{given.unit};
      return given.json ? chat_json(given.content_folder(), unit, std::cin, std::cout)
                        : chat_terminal(given.content_folder(), unit, std::cin, std::cout);
    };
  });

  CLI::App* match =
      command(&top, "match", R"(JSON lines {"text"} in; decision, entry, aspect, candidates out)");
  reads_content(match);
  match->callback([&] { chosen = [&] { return match_lines(given.content_folder(), std::cin, std::cout); }; });

  CLI::App* evaluate =
      command(&top, "evaluate", "how good the matcher is, on a labelled set or the golden set");
  reads_content(evaluate);
  evaluate->add_option("--train", given.train, R"(JSON lines {"text","label"} to learn)");
  evaluate->add_option("--test", given.test,
                       R"(JSON lines {"text","label","style"?} to ask; "oos" is out of scope)");
  evaluate->add_flag("--golden", given.golden, "ask the content's golden set of the published matcher");
  evaluate->add_option("--questions", given.questions,
                       "with --golden: a folder of questions like content/golden to ask instead, not learnt");
  evaluate->add_flag("--fit", given.fit, "with --golden: fit the confidence's constants instead");
  evaluate->add_flag("--json", given.json, "one JSON object");
  evaluate->callback([&] {
    if (given.golden != given.train.empty() || given.train.empty() != given.test.empty())
      throw CLI::ValidationError("evaluate", "takes --train and --test, or --golden");
    chosen = [&] {
      if (given.golden && given.fit) return fit_confidence(given.content_folder(), given.json, std::cout);
      return given.golden
                 ? evaluate_golden(given.content_folder(), given.questions, given.json, std::cout)
                 : evaluate_set(given.content_folder(), given.train, given.test, given.json, std::cout);
    };
  });

  CLI::App* account = top.add_subcommand("account", "the platforms' accounts");
  account->require_subcommand(1);
  CLI::App* authorize = command(account, "authorize", "take the tokens of a Zalo OA from its administrator");
  authorize->add_option("account", given.account, "its id in the configuration")->required();
  authorize->add_option("--redirect", given.redirect, "the callback URL of the app's console, to the letter");
  authorize->add_flag("--hand", given.hand, "paste an access and a refresh token instead");
  authorize->callback([&] {
    chosen = [&] {
      return authorize_account(read_configuration(given.config_file(), process_environment), given.account,
                               given.redirect, given.hand, std::cin, std::cout);
    };
  });

  command(&top, "doctor", "look at everything an installation needs, and say what to do")->callback([&] {
    chosen = [&] { return doctor(read_configuration(given.config_file(), process_environment), std::cout); };
  });

  CLI::App* content = top.add_subcommand("content", "the knowledge base");
  content->require_subcommand(1);
  CLI::App* check = command(content, "check", "read all content and list what is wrong, a line each");
  reads_content(check);
  check->add_option("path", given.content, "the content folder, or one file in it");
  check->add_flag("--json", given.json, "one JSON object");
  check->callback(
      [&] { chosen = [&] { return check_content(given.content_folder(), given.json, std::cout); }; });

  CLI::App* preview = command(content, "preview", "show an entry's answers as each channel will");
  reads_content(preview);
  preview->add_option("entry", given.shown.entry, "its id or national code")->required();
  preview->add_option("--aspect", given.shown.about, "only this side")->check(CLI::IsMember(aspect_names()));
  preview->add_option("--channel", given.shown.channel, "only this channel")
      ->check(CLI::IsMember({"zalo", "messenger", "web"}));
  preview->add_option("--unit", given.shown.unit, "as this unit's citizens see it")->default_val("mac-dinh");
  preview->add_option("--on", given.shown.day, "as it will be on this day: 2027-03-01");
  preview->callback(
      [&] { chosen = [&] { return preview_content(given.content_folder(), given.shown, std::cout); }; });

  CLI::App* speak =
      command(content, "speak", "an entry as it is read out over the loudspeaker, in about a minute");
  reads_content(speak);
  speak->add_option("entry", given.aloud.entry, "its id or national code")->required();
  speak->add_option("--unit", given.aloud.unit, "as this unit says it")->default_val("mac-dinh");
  speak->add_option("--wav", given.aloud.wav, "also write this WAV file, by espeak-ng");
  speak->callback(
      [&] { chosen = [&] { return speak_content(given.content_folder(), given.aloud, std::cout); }; });

  CLI::App* out = command(content, "export", "write the content as files to edit elsewhere");
  reads_content(out);
  out->add_option("--to", given.folder, "the folder to write into")->required();
  out->add_flag("--csv", given.csv,
                "two tables for a spreadsheet, entries.csv and phrases.csv, instead of YAML");
  out->callback([&] {
    chosen = [&] { return export_content(given.content_folder(), given.folder, given.csv, std::cout); };
  });

  CLI::App* in = command(content, "import", "show what exported files would change, and change it");
  reads_content(in);
  in->add_option("folder", given.folder, "a folder that was exported: YAML files, or the two tables")
      ->required();
  in->add_flag("--apply", given.apply, "write the changes");
  in->callback([&] {
    chosen = [&] { return import_content(given.content_folder(), given.folder, given.apply, std::cout); };
  });
}

}  // namespace

int run_command_line(int argc, char** argv) {
  CLI::App top{
      "motcua answers citizens' questions about administrative procedures, from reviewed content only."};
  top.name("motcua");
  top.require_subcommand(1);
  top.set_version_flag("--version", "motcua " MOTCUA_VERSION);
  options given;
  std::function<int()> chosen;
  declare(top, given, chosen);
  declare_staff(top, given, chosen);
  try {
    top.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    return top.exit(asked_for_help);
  } catch (const CLI::ParseError& wrong) {
    std::cerr << "motcua: " << wrong.what() << "; `motcua --help` shows the commands\n";
    return 2;
  }
  try {
    return chosen();
  } catch (const std::exception& e) {
    std::cerr << "motcua: " << e.what() << '\n';
    return 1;
  }
}

}  // namespace motcua::app
