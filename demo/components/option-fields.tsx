interface SwitchProps {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function Switch({ label, hint, checked, onChange }: SwitchProps) {
  return (
    <label className="option">
      <span className="option-text">
        <span>{label}</span>
        <span className="option-hint">{hint}</span>
      </span>
      <input type="checkbox" role="switch" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    </label>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  hint: string;
  value: T;
  choices: Readonly<Partial<Record<T, string>>>;
  disabled?: boolean;
  onChange: (value: T) => void;
}

/** A native select with a line under its label. */
export function Choice<T extends string>({ label, hint, value, choices, disabled = false, onChange }: ChoiceProps<T>) {
  // A select only ever reports the value of one of its options.
  const pick = (picked: string) => onChange(picked as T);
  return (
    <label className="option option-choice">
      <span>{label}</span>
      <select className="select" value={value} disabled={disabled} onChange={(event) => pick(event.target.value)}>
        {Object.entries<string | undefined>({ ...choices }).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <span className="option-hint">{hint}</span>
    </label>
  );
}
