import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "vision-dropzone/styles.css";
import { App } from "./app.js";
import { findScene } from "./scenes/scenes.js";
import "./styles/base.css";
import "./styles/header.css";
import "./styles/chat.css";
import "./styles/composer.css";
import "./styles/samples.css";
import "./styles/panel.css";
import "./styles/limits.css";
import "./styles/compare.css";

if (import.meta.env.MODE === "demo") {
  const [{ answerInPage }, { keepFiles }] = await Promise.all([
    import("./hosted/answer-in-page.js"),
    import("./hosted/keep-files.js"),
  ]);
  answerInPage();
  keepFiles();
}
const root = document.querySelector("#root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App scene={findScene(location.search)} />
  </StrictMode>,
);
