#include "sudo.h"
#include <stdlib.h>
#include <string.h>
int sudo_conversation(int num_msgs, const struct sudo_conv_message msgs[], struct sudo_conv_reply replies[]) {
  for (int n = 0; n < num_msgs; n++) {
    const struct sudo_conv_message *msg = &msgs[n];
    char *pass = NULL;
    switch (msg->msg_type & 0xff) {
    case 1:
      pass = tgetpass(msg->msg, msg->timeout);
      if (pass == NULL)
        goto err;
      replies[n].reply = strdup(pass);
      memset(pass, 0, strlen(pass));
      break;
    case 2:
      syslog_send(1, msg->msg);
      break;
    default:
      goto err;
    }
  }
  return 0;
err:
  for (int n = 0; n < num_msgs; n++) {
    free(replies[n].reply);
    replies[n].reply = NULL;
  }
  return -1;
}
