import "vision-dropzone/styles.css";
import { openChat } from "../open-chat.js";
import "../small-chat.css";

await openChat(async () => (await import("./chat.js")).Chat);
