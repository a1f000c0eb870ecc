import { hostNameCheckOff } from "../../server/src/core/rules/all/host-name-check-off.js";
import { testRule } from "../support/rule-tester.js";

testRule(hostNameCheckOff, {
  accept: [
    {
      text: "ssl.endpoint.identification.algorithm=",
    },
    {
      text: "security.protocol=SSL\nssl.endpoint.identification.algorithm=https",
    },
    {
      text: "security.protocol=SSL",
    },
  ],
  reject: [
    {
      text: "security.protocol=SSL\n[[ssl.endpoint.identification.algorithm]]=\n",
      message:
        "Empty switches the check of the host name off: any certificate that is trusted passes, also that of someone in between.",
      fixes: [
        {
          title: "Remove ssl.endpoint.identification.algorithm (the default is https)",
          result: "security.protocol=SSL\n",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\n[[ssl.endpoint.identification.algorithm]]=  \n",
      profile: "strict",
      message:
        "Empty switches the check of the host name off: any certificate that is trusted passes, also that of someone in between.",
      fixes: [
        {
          title: "Remove ssl.endpoint.identification.algorithm (the default is https)",
          result: "security.protocol=SASL_SSL\n",
        },
      ],
    },
  ],
});
