#include "server/http/router.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "running_server.hpp"

namespace motcua::http {
namespace {

// A handler that says its name and what {id} and {rest*} were.
handler named(std::string name) {
  return [name](exchange& ex) -> awaitable<answer> {
    answer out = text_answer(status::ok, name + ":" + ex.params["id"] + ":" + ex.params["rest"]);
    co_return out;
  };
}

answer dispatched(const router& routes, verb method, std::string path) {
  net::io_context loop;
  exchange ex;
  ex.message.method(method);
  ex.path = std::move(path);
  return run(loop, routes.dispatch(ex));
}

std::string said(const router& routes, std::string path) {
  return dispatched(routes, verb::get, std::move(path)).message.body();
}

TEST(Router, TriesTheMoreExactRouteFirstWhateverTheOrder) {
  router routes;
  routes.on(verb::get, "/a/{rest*}", named("rest"));
  routes.on(verb::get, "/a/{id}", named("id"));
  routes.on(verb::get, "/a/me", named("me"));
  EXPECT_EQ(said(routes, "/a/me"), "me::");
  EXPECT_EQ(said(routes, "/a/you"), "id:you:");
  EXPECT_EQ(said(routes, "/a/b/c"), "rest::b/c");
}

TEST(Router, MindsTheTrailingSlash) {
  router routes;
  routes.on(verb::get, "/a", named("a"));
  EXPECT_EQ(dispatched(routes, verb::get, "/a/").message.result(), status::not_found);
}

TEST(Router, GivesNoEmptyName) {
  router routes;
  routes.on(verb::get, "/a/{id}", named("id"));
  EXPECT_EQ(dispatched(routes, verb::get, "/a/").message.result(), status::not_found);
}

TEST(Router, GivesAnEmptyRest) {
  router routes;
  routes.on(verb::get, "/a/{rest*}", named("rest"));
  EXPECT_EQ(said(routes, "/a/"), "rest::");
}

TEST(Router, ServesTheRoot) {
  router routes;
  routes.on(verb::get, "/", named("root"));
  EXPECT_EQ(said(routes, "/"), "root::");
}

TEST(Router, NamesEveryMethodOfAPathIn405) {
  router routes;
  routes.on(verb::post, "/a", named("post"));
  routes.on(verb::get, "/a", named("get"));
  const auto got = dispatched(routes, verb::delete_, "/a");
  EXPECT_EQ(got.message.result(), status::method_not_allowed);
  EXPECT_EQ(got.message[field::allow], "GET, HEAD, POST");
}

TEST(Router, AnswersHeadByTheGetHandlerWithoutItsBody) {
  router routes;
  routes.on(verb::get, "/a", named("get"));
  const auto got = dispatched(routes, verb::head, "/a");
  EXPECT_EQ(got.message.result(), status::ok);
  EXPECT_EQ(got.message[field::content_length], "5");
  EXPECT_EQ(got.message.body(), "");
}

TEST(Router, AnswersOverloadWith503) {
  router routes;
  routes.on(verb::get, "/a", [](exchange&) -> awaitable<answer> {
    throw boost::system::system_error{make_error_code(errc::overloaded)};
    co_return answer{};
  });
  const auto got = dispatched(routes, verb::get, "/a");
  EXPECT_EQ(got.message.result(), status::service_unavailable);
  EXPECT_EQ(got.message.count(field::retry_after), 1u);
}

TEST(Router, RefusesAPatternWithoutASlash) {
  router routes;
  EXPECT_THROW(routes.on(verb::get, "a", named("a")), std::invalid_argument);
}

}  // namespace
}  // namespace motcua::http
