#include "domain/interaction.h"

#include "domain/errors.h"
#include "util/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace desk {
namespace {

constexpr std::array<std::pair<Channel, std::string_view>, 5> ChannelNames{{
    {Channel::Call, "call"},
    {Channel::Mail, "mail"},
    {Channel::Chat, "chat"},
    {Channel::Form, "form"},
    {Channel::Social, "social"},
}};

} // namespace

std::string_view nameOf(Channel channel) {
  return ChannelNames[static_cast<std::size_t>(channel)].second;
}

Channel channelNamed(std::string_view name) {
  const auto found = std::find_if(ChannelNames.begin(), ChannelNames.end(),
                                  [&](const auto &entry) { return entry.second == name; });
  if (found == ChannelNames.end())
    throw RejectedRecord("its channel is unknown");
  return found->first;
}

Channel channelOf(const Interaction &interaction) {
  return static_cast<Channel>(interaction.body.index());
}

std::string textOf(const Body &body) {
  if (const auto *call = std::get_if<CallNotes>(&body))
    return call->notes;
  if (const auto *mail = std::get_if<MailMessage>(&body))
    return mail->subject.empty() ? mail->body : mail->subject + "\n\n" + mail->body;
  if (const auto *chat = std::get_if<ChatLog>(&body))
    return util::join(chat->lines, "\n");
  if (const auto *form = std::get_if<FormEntry>(&body))
    return form->message;
  const auto &post = std::get<SocialPost>(body);
  return post.handle + ": " + post.text;
}

Body bodyOf(Channel channel, std::string text) {
  switch (channel) {
  case Channel::Call:
    return CallNotes{std::move(text), 0};
  case Channel::Mail:
    return MailMessage{"", std::move(text)};
  case Channel::Chat:
    return ChatLog{{std::move(text)}};
  case Channel::Form:
    return FormEntry{std::move(text)};
  case Channel::Social:
    break;
  }
  const auto colon = text.find(": ");
  if (colon == std::string::npos)
    return SocialPost{"", std::move(text)};
  return SocialPost{text.substr(0, colon), text.substr(colon + 2)};
}

} // namespace desk
