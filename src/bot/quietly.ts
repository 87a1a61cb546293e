/** For calls that only make waiting pleasanter: a failure changes nothing and is not worth a line. */
export const quietly = async (call: Promise<unknown>): Promise<void> => {
  try {
    await call;
  } catch {
    // A late callback answer, a chat action in a chat that is gone.
  }
};
