'use client';
import { useEffect, useState } from 'react';
import { Field } from '#form/field.tsx';

interface ZoneFieldProps {
  label: string;
  zones: string[];
  chosen: string;
  problem: string | undefined;
}

/** A time zone; the browser's own until another one is chosen. */
export function ZoneField({ label, zones, chosen, problem }: ZoneFieldProps) {
  const [zone, setZone] = useState(chosen || 'UTC');
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!chosen && zones.includes(own)) setZone(own);
  }, [chosen, zones]);
  return (
    <Field name="timeZone" label={label} problem={problem}>
      {(ids) => (
        <select {...ids} value={zone} onChange={({ target }) => setZone(target.value)}>
          {zones.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
