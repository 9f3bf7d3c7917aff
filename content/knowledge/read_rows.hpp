// The files that are not entries: a unit, and the lists of rewrites, phrases and ways of asking.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "content/knowledge/snapshot.hpp"
#include "content/knowledge/yaml_reader.hpp"

namespace motcua::content {

unit blank_unit(const std::string& path);
unit read_unit(const yaml_node& root, file_report& report);

std::vector<rewrite> read_rewrites(const yaml_node& root, file_report& report);
std::vector<aspect_phrase> read_aspect_phrases(const yaml_node& root, file_report& report);
std::vector<outside_topic> read_outside(const yaml_node& root, file_report& report);
std::vector<golden_phrase> read_golden(const yaml_node& root, file_report& report);
std::vector<golden_dialogue> read_dialogues(const yaml_node& root, file_report& report);

using phrase_texts = std::map<std::string, std::string, std::less<>>;
using phrase_places =
    std::map<std::string, std::string, std::less<>>;  // key to "path:line", for a key that comes twice
void read_phrases(const yaml_node& root, file_report& report, phrase_texts& texts, phrase_places& places);

}  // namespace motcua::content
