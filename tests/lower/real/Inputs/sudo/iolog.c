#include "sudo.h"
#include <stdlib.h>
#include <string.h>
static struct io_buffer_list buffers = {NULL, &buffers.tqh_first};
static int iolog_open(sudo_conv_t conv, char *const settings[]) {
  (void)conv;
  TAILQ_INIT(&buffers);
  syslog_send(1, settings[0]);
  return 1;
}
static int iolog_ttyin(const char *buf, unsigned len) {
  struct io_buffer *b = calloc(1, sizeof *b);
  if (b == NULL)
    return -1;
  b->name = "ttyin";
  b->data = malloc(len + 1);
  memcpy(b->data, buf, len);
  b->data[len] = 0;
  b->len = len;
  TAILQ_INSERT_TAIL(&buffers, b, entries);
  return 0;
}
static void iolog_close(void) {
  struct io_buffer *b;
  TAILQ_FOREACH(b, &buffers, entries) {
    syslog_send(1, b->data); // LEAK
    syslog_send(1, b->name);
  }
}
const struct plugin_ops iolog_ops = {"iolog", iolog_open, NULL, iolog_ttyin, iolog_close};
