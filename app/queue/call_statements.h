// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// The statements that choose the next visitor. In a header of their own because tests/bench runs the same ones bare.
namespace hall::queue {

/// The heads of the line for desk $1 at moment $2 (ms): within a class and a service the order never changes, so one
/// index look-up for each pair finds everybody who can be next. `r` and `s` are the policy's order (see Policy): who
/// waited past the bound first, then by rank, then by claim.
inline const std::string kHeadsOfTheLine =
    "WITH head AS MATERIALIZED (SELECT t.id, t.number, t.counts_from, "
    "CASE WHEN p.bound_s > 0 AND $2 - t.counts_from >= p.bound_s * 1000 THEN -1 ELSE c.rank END AS r, "
    "CASE WHEN p.bound_s > 0 AND $2 - t.counts_from >= p.bound_s * 1000 THEN 0.0 "
    "ELSE -(c.rate * ($2 - t.counts_from) / 1000.0 + c.head_start) END AS s, "
    "c.rate * ($2 - t.counts_from) / 1000.0 + c.head_start AS claim "
    "FROM policy p CROSS JOIN desk_service d CROSS JOIN priority_class c JOIN ticket t ON t.id = "
    "(SELECT w.id FROM ticket w WHERE w.state = 'waiting' AND w.service = d.service AND w.class = c.id "
    "ORDER BY w.counts_from, w.id LIMIT 1) WHERE d.desk = $1), "
    "best AS (SELECT * FROM head ORDER BY r, s, counts_from, id LIMIT 6) ";

/// The six best, in order, as "id|number|claim|milliseconds waited|r" with a line for each.
inline const std::string kBestAsText =
    "(SELECT string_agg(id || '|' || number || '|' || claim || '|' || ($2 - counts_from) || '|' || r, '\n' "
    "ORDER BY r, s, counts_from, id) FROM best)";

/// Chooses and claims in one statement, so no other desk can come between. Answers id, policy, the six best.
inline const std::string kClaimStatement = kHeadsOfTheLine
    + "UPDATE ticket SET state = 'called', desk = $1, called_at = $2, first_called_at = coalesce(first_called_at, $2), "
      "calls = calls + 1 WHERE id = (SELECT id FROM head ORDER BY r, s, counts_from, id LIMIT 1) "
      "RETURNING id, (SELECT kind FROM policy), "
    + kBestAsText;

inline const std::string kHeadsStatement = kHeadsOfTheLine + "SELECT " + kBestAsText;

} // namespace hall::queue
