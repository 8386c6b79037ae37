// What customers tell us, by any channel.
#pragma once

#include "util/day.h"

#include <earmark/earmark.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace desk {

enum class Channel { Call, Mail, Chat, Form, Social };
inline constexpr Channel AllChannels[] = {Channel::Call, Channel::Mail, Channel::Chat,
                                          Channel::Form, Channel::Social};

std::string_view nameOf(Channel channel);
/// Throws RejectedRecord where no channel is so named.
Channel channelNamed(std::string_view name);

struct CallNotes {
  EARMARK_PERSONAL("communication.call") std::string notes;
  int seconds = 0;
};

struct MailMessage {
  EARMARK_PERSONAL("communication.mail") std::string subject;
  EARMARK_PERSONAL("communication.mail") std::string body;
};

struct ChatLog {
  EARMARK_PERSONAL("communication.chat") std::vector<std::string> lines;
};

struct FormEntry {
  EARMARK_PERSONAL("communication.form") std::string message;
};

struct SocialPost {
  EARMARK_PERSONAL("contact.social-media") std::string handle;
  EARMARK_PERSONAL("communication.social-media") std::string text;
};

/// In the order of Channel.
using Body = std::variant<CallNotes, MailMessage, ChatLog, FormEntry, SocialPost>;

struct Interaction {
  EARMARK_NOT_PERSONAL("drawn at random at intake, says nothing of a person")
  std::string reference;
  EARMARK_PERSONAL("identity.customer-number") std::string customerNumber;
  EARMARK_PERSONAL("employment.number") EARMARK_SUBJECT("employee") std::string agentNumber;
  util::Day received{};
  Body body;
};

Channel channelOf(const Interaction &interaction);
std::string textOf(const Body &body);
Body bodyOf(Channel channel, std::string text);

} // namespace desk
