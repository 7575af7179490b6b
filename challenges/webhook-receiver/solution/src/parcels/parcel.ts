export type ParcelStatus = 'in_locker' | 'collected' | 'returned';

export type Parcel = {
  id: string;
  status: ParcelStatus;
  lockerId: string;
  /** When the event occurred that brought the status, ISO 8601. */
  since: string;
};
