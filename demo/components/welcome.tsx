import { CopyButton } from "./copy-button.js";

// Of `demo/dev-server/links-define.ts`. Empty where there is nothing to lead to.
declare const DEMO_DOCS_URL: string;
declare const DEMO_CODE_URL: string;

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
