#include "sudo.h"
#include <stdlib.h>
#include <string.h>
static sudo_conv_t sudo_conv;
static struct { char *user; char *runas; const char *cmnd; } ctx;
static char *auth_getpass(const char *prompt) {
  struct sudo_conv_message msg;
  struct sudo_conv_reply repl;
  memset(&msg, 0, sizeof msg);
  msg.msg_type = 1;
  msg.msg = prompt;
  memset(&repl, 0, sizeof repl);
  sudo_conv(1, &msg, &repl);
  return repl.reply;
}
static int sudoers_open(sudo_conv_t conv, char *const settings[]) {
  sudo_conv = conv;
  for (char *const *cur = settings; *cur != NULL; cur++)
    if (strncmp(*cur, "runas=", 6) == 0)
      ctx.runas = *cur + 6;
  sudo_debug_printf(1, "runas %s", ctx.runas);
  return 1;
}
static int sudoers_verify(const char *user, char *pass) {
  sudo_debug_printf(2, "verify %s", user);
  sudo_debug_printf(2, "verify %s with %zu", user, strlen(pass));
  sudo_debug_printf(3, "%s: %s", user, pass); // LEAK
  return pass[0] != 0;
}
static void sudoers_close(void) {
  char *pass = auth_getpass("Password: ");
  sudo_debug_printf(3, "%s", pass); // LEAK
  memset(pass, 0, strlen(pass));
  free(pass);
  pass = NULL;
  sudo_debug_printf(3, "%s", pass);
}
const struct plugin_ops sudoers_ops = {"sudoers", sudoers_open, sudoers_verify, NULL, sudoers_close};
