#include "server/async/result.hpp"

#include <string>

namespace motcua {
namespace {

class category final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "motcua"; }
  std::string message(int value) const override {
    switch (static_cast<errc>(value)) {
      case errc::bad_request:
        return "the request is not well formed";
      case errc::overloaded:
        return "too much work is waiting; try again later";
      case errc::deadline:
        return "did not end in time";
      case errc::upstream:
        return "the platform gave no usable answer";
      case errc::storage:
        return "the store refused; see the log for the reason";
      case errc::not_found:
        return "not found";
    }
    return "unknown error";
  }
};

}  // namespace

const boost::system::error_category& motcua_category() noexcept {
  static const category instance;
  return instance;
}

}  // namespace motcua
