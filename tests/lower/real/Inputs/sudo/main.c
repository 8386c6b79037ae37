#include "sudo.h"
#include <string.h>
static const struct plugin_ops *const plugins[] = {&sudoers_ops, &iolog_ops};
static void to_io_logs(const char *buf, unsigned len) {
  for (unsigned i = 0; i < 2; i++)
    if (plugins[i]->log_ttyin)
      plugins[i]->log_ttyin(buf, len);
}
static int check(const char *user) {
  struct sudo_conv_message msgs[2] = {{1, 0, "Password: "}, {1, 0, "Again: "}};
  struct sudo_conv_reply replies[2] = {{0}};
  if (sudo_conversation(2, msgs, replies) != 0)
    return -1;
  sudo_debug_printf(1, "asked %s", msgs[0].msg);
  sudo_debug_printf(1, "got %s", replies[1].reply); // LEAK
  to_io_logs(replies[0].reply, (unsigned)strlen(replies[0].reply));
  int ok = plugins[0]->verify(user, replies[0].reply);
  memset(replies[0].reply, 0, strlen(replies[0].reply));
  return ok;
}
int main(int argc, char **argv) {
  (void)argc;
  for (unsigned i = 0; i < 2; i++)
    plugins[i]->open(sudo_conversation, argv + 1);
  int ok = check(argv[1]);
  for (unsigned i = 0; i < 2; i++)
    plugins[i]->close();
  return ok;
}
