/** The pure core of Ackwise. Each room is imported by its own path; this file only marks the room's door. */
export {};
