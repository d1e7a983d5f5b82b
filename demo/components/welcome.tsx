/** What the page says before anything was sent. */
export function Welcome() {
  return (
    <div className="welcome">
      <h2>Drop photos, send them, see every byte</h2>
      <p>
        Images are checked and downsized on this device, and the meter shows the request's size against the endpoint's
        limit before anything leaves. Drop your own, or start with a sample.
      </p>
    </div>
  );
}
