import { openChat } from "../open-chat.js";

await openChat(async () => (await import("./chat.js")).Chat);
