#include "net/curl_transport.h"

#include "domain/errors.h"

#include <curl/curl.h>

#include <memory>

namespace desk::net {
namespace {

struct Cleanup {
  void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

std::size_t collect(char *data, std::size_t size, std::size_t count, void *target) {
  static_cast<std::string *>(target)->append(data, size * count);
  return size * count;
}

} // namespace

CurlTransport::CurlTransport() { curl_global_init(CURL_GLOBAL_DEFAULT); }
CurlTransport::~CurlTransport() { curl_global_cleanup(); }

Response CurlTransport::post(const std::string &url, const std::string &document) {
  const std::unique_ptr<CURL, Cleanup> handle(curl_easy_init());
  const std::unique_ptr<curl_slist, Cleanup> headers(
      curl_slist_append(nullptr, "Content-Type: application/json"));
  if (!handle || !headers)
    throw ServiceFailure("transport", "libcurl does not start", 0);
  CURL *const curl = handle.get();

  Response response;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(document.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, document.c_str());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 20L);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &response.body);
  const CURLcode status = curl_easy_perform(curl);
  if (status != CURLE_OK)
    throw ServiceFailure("transport", curl_easy_strerror(status), static_cast<int>(status));
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &response.status);
  return response;
}

} // namespace desk::net
