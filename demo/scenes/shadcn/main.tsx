import { openChat } from "../open-chat.js";
import "./tailwind.css";

await openChat(async () => (await import("./chat.js")).Chat);
