#include "peer.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>

namespace motcua::http {
namespace {

using tcp = asio::ip::tcp;

template <auto Free>
struct freed_by {
  template <class T>
  void operator()(T* what) const {
    Free(what);
  }
};
using key_ptr = std::unique_ptr<EVP_PKEY, freed_by<EVP_PKEY_free>>;
using certificate_ptr = std::unique_ptr<X509, freed_by<X509_free>>;
using bio_ptr = std::unique_ptr<BIO, freed_by<BIO_free_all>>;
using extension_ptr = std::unique_ptr<X509_EXTENSION, freed_by<X509_EXTENSION_free>>;

void must(int done) {
  if (done <= 0) throw std::runtime_error{"OpenSSL could not make the test's certificate"};
}

std::string text_of(BIO* from) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(from, &data);
  return {data, static_cast<std::size_t>(size)};
}

void extend(X509* certificate, int which, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  const extension_ptr made{X509V3_EXT_conf_nid(nullptr, &context, which, value.c_str())};
  must(made ? X509_add_ext(certificate, made.get(), -1) : 0);
}

}  // namespace

peer::peer(script what)
    : acceptor_{context_, tcp::endpoint{asio::ip::address_v4::loopback(), 0}},
      port_{acceptor_.local_endpoint().port()},
      thread_{[this, what = std::move(what)] { run(what); }} {}

peer::~peer() {
  {
    const std::lock_guard hold{mutex_};
    ends_ = true;
    if (current_) ::shutdown(current_->native_handle(), SHUT_RDWR);
  }
  asio::io_context here;
  tcp::socket wake{here};
  boost::system::error_code ignored;
  wake.connect({asio::ip::address_v4::loopback(), port_}, ignored);
  thread_.join();
}

void peer::run(const script& what) {
  for (int number = 0;; ++number) {
    tcp::socket socket{context_};
    acceptor_.accept(socket);
    {
      const std::lock_guard hold{mutex_};
      if (ends_) return;
      current_ = &socket;
    }
    ++accepted_;
    try {
      what(socket, number);
    } catch (const boost::system::system_error&) {
    }
    const std::lock_guard hold{mutex_};
    current_ = nullptr;
  }
}

std::string answer_of(std::string_view body, std::string_view more_header) {
  return "HTTP/1.1 200 OK\r\n" + std::string{more_header} + "Content-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + std::string{body};
}

identity make_identity(const std::string& host) {
  const key_ptr key{EVP_EC_gen("P-256")};
  const certificate_ptr made{X509_new()};
  must(key && made);
  must(X509_set_version(made.get(), X509_VERSION_3));
  must(ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1));
  must(X509_gmtime_adj(X509_getm_notBefore(made.get()), -3600) != nullptr);
  must(X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600) != nullptr);
  must(X509_set_pubkey(made.get(), key.get()));
  X509_NAME* name = X509_get_subject_name(made.get());
  must(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                  reinterpret_cast<const unsigned char*>(host.c_str()), -1, -1, 0));
  must(X509_set_issuer_name(made.get(), name));
  extend(made.get(), NID_basic_constraints, "critical,CA:TRUE");
  extend(made.get(), NID_subject_alt_name, "DNS:" + host);
  must(X509_sign(made.get(), key.get(), EVP_sha256()));

  identity out;
  const bio_ptr key_text{BIO_new(BIO_s_mem())};
  must(PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr));
  out.key = text_of(key_text.get());
  const bio_ptr certificate_text{BIO_new(BIO_s_mem())};
  must(PEM_write_bio_X509(certificate_text.get(), made.get()));
  out.certificate = text_of(certificate_text.get());
  return out;
}

asio::ssl::context server_tls(const identity& who) {
  asio::ssl::context tls{asio::ssl::context::tls_server};
  tls.use_certificate_chain(asio::buffer(who.certificate));
  tls.use_private_key(asio::buffer(who.key), asio::ssl::context::pem);
  return tls;
}

}  // namespace motcua::http
