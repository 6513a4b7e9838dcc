-- SPDX-License-Identifier: GPL-3.0-or-later
-- Numbers of official documents: one series a form and year. A number is taken in the transaction that writes its entry.

CREATE TABLE document_series (
    year   BIGINT NOT NULL,
    series TEXT NOT NULL,
    last   BIGINT NOT NULL,
    PRIMARY KEY (year, series)
);

GRANT SELECT, INSERT ON document_series TO hall_desk, hall_admin;
GRANT UPDATE (last) ON document_series TO hall_desk, hall_admin;
