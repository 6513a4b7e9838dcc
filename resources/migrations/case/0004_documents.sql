-- SPDX-License-Identifier: GPL-3.0-or-later
-- Numbers of official documents: one series a form and year. A number is taken in the transaction that writes its entry.

CREATE TABLE document_series (
    year   INTEGER NOT NULL,
    series TEXT NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (year, series)
) STRICT;
