/** 覚えておく — a function that works out each of its answers once. */
export function remember<Of, Answer>(answer: (of: Of) => Answer): (of: Of) => Answer {
  const known = new Map<Of, Answer>();
  return (of) => {
    let found = known.get(of);
    if (found === undefined) known.set(of, (found = answer(of)));
    return found;
  };
}

/** 一度だけ — works out its answer when it is first asked for it. */
export function once<Answer>(answer: () => Answer): () => Answer {
  let found: { readonly answer: Answer } | undefined;
  return () => (found ??= { answer: answer() }).answer;
}
