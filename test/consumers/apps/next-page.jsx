import { anthropicMessages } from "vision-dropzone/endpoints";
import { Attachments } from "./attachments.jsx";

/** A server component: it reads an endpoint's figures itself, and leaves the dropzone to a file of the client's. */
export default function Page() {
  return (
    <main>
      <link rel="icon" href="data:," />
      <p>{anthropicMessages.caps.maxRequestBytes}</p>
      <Attachments />
    </main>
  );
}
