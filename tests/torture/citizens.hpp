// What the citizens of a torture write, as signed webhook posts of two channels.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/support/fake_graph/fake_graph.hpp"
#include "tests/support/fake_zalo/fake_zalo.hpp"

namespace motcua::torture {

struct post {
  std::string path;
  std::map<std::string, std::string> headers;
  std::string body;
  std::vector<std::string> keys;  // by which its events are known in the store
};

class citizens {
 public:
  citizens(std::mt19937_64& chance, int people) : chance_{chance}, people_{people} {}

  post next();  // one webhook: a Zalo message, or a Messenger batch of up to five
  int events() const noexcept { return events_; }

 private:
  std::string question();
  int person() { return static_cast<int>(chance_() % static_cast<unsigned>(people_)); }
  post zalo_message();
  post messenger_batch();

  std::mt19937_64& chance_;
  int people_;
  int events_ = 0;
};

// The platforms' echoes of what motcua sent.
post echo_of(const fakes::zalo_message& sent);
post echo_of(const fakes::graph_message& sent);

}  // namespace motcua::torture
