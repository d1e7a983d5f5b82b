import { CopyButton } from "./copy-button.js";

// From `demo/dev-server/links-define.ts`. Empty if there is nothing to link to.
declare const DEMO_DOCS_URL: string;
declare const DEMO_CODE_URL: string;

const INSTALL = "npm install vision-dropzone react";

/** What the page shows before anything is sent: what the package is, and how to install it. */
export function Welcome() {
  return (
    <div className="welcome">
      <h2>Image attachments that never bounce</h2>
      <p>
        A React component for AI chats: checks and shrinks photos in the browser, and shows whether the request fits
        before you send it.
      </p>
      <div className="start">
        <div className="install">
          <code>{INSTALL}</code>
          <CopyButton text={INSTALL} label="Copy the install command" />
        </div>
        {DEMO_DOCS_URL !== "" && (
          <a className="tool" href={DEMO_DOCS_URL}>
            Docs
          </a>
        )}
        {DEMO_CODE_URL !== "" && (
          <a className="tool" href={DEMO_CODE_URL}>
            GitHub
          </a>
        )}
      </div>
    </div>
  );
}
