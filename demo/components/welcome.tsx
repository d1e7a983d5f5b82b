import manifest from "../../package.json";
import { CopyButton } from "./copy-button.js";

interface Manifest {
  name: string;
  homepage?: string;
  repository?: { url: string };
}

const { homepage = "/README.md", repository }: Manifest = manifest;

const INSTALL = "npm install vision-dropzone react";

/** What the page says before anything was sent: what this is, and how to have it. */
export function Welcome() {
  return (
    <div className="welcome">
      <h2>Image attachments that never bounce</h2>
      <p>
        A React component for AI chats: checks and shrinks photos in the browser, and shows whether the request fits
        before you send it.
      </p>
      <div className="install">
        <code>{INSTALL}</code>
        <CopyButton text={INSTALL} label="Copy the install command" />
      </div>
      <p className="links">
        <a href={homepage}>Docs</a>
        {repository && <a href={repository.url.replace(/^git\+|\.git$/g, "")}>GitHub</a>}
      </p>
    </div>
  );
}
