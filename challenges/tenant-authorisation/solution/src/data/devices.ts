export type Device = { id: string; organisationId: string; name: string };

const devices: Device[] = [
  { id: 'dev-1', organisationId: 'st-anna', name: 'Ventilator, ward 3' },
  { id: 'dev-2', organisationId: 'st-anna', name: 'Infusion pump, ward 1' },
  { id: 'dev-3', organisationId: 'nordklinik', name: 'CT scanner' },
  { id: 'dev-4', organisationId: 'nordklinik', name: 'Infusion pump, ICU' },
];

export function findDevice(id: string): Device | undefined {
  return devices.find((device) => device.id === id);
}
